import { DevelopmentIssuer, readConfiguration } from '@zielwerk/platform';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startEverything } from './process/start-all-in-one';
import { readGoalRegister } from './testing/goal-register';
import { type Expected, expectRegister } from './testing/register-flow';
import { withTestData } from './testing/test-data';

withTestData('us-performance-gov', (folder) => {
  it('assembles the statewide state of a real goal register on the embedded engines', async () => {
    const data = mkdtempSync(join(tmpdir(), 'zielwerk-'));
    const expected = JSON.parse(readFileSync(join(folder, 'expected_state.json'), 'utf8')) as Expected;
    const register = readGoalRegister(folder, expected.refusedDoubleRowIndexes);
    const jurisdiction = join(data, 'jurisdiction.json');
    writeFileSync(jurisdiction, JSON.stringify(register.jurisdiction));

    const running = await startEverything(
      readConfiguration({ ZIELWERK_PORT: '0', ZIELWERK_DATA: data, ZIELWERK_JURISDICTION: jurisdiction }),
    );
    try {
      const issuer = await DevelopmentIssuer.open(join(data, 'issuer'));
      const tokenFor = ({ ministry, role }: { ministry: string; role: string }) =>
        issuer.issue({ sub: `test-${ministry}`, ministry, roles: [role] });
      await expectRegister({ url: running.url, tokenFor }, register, expected);
    } finally {
      await running.stop();
      rmSync(data, { recursive: true });
    }
  });
});
