import { describeWithPromtool } from '@zielwerk/spec-engines';
import { execFileSync } from 'node:child_process';

import { ROOT } from './testing/dockerfile';

const promtool = (...args: readonly string[]) => execFileSync('promtool', args, { cwd: ROOT, encoding: 'utf8' });

describeWithPromtool('promtool (of Prometheus)', () => {
  it('takes the rules and the configuration', () => {
    expect(promtool('check', 'rules', 'deploy/prometheus/alerts.yml')).toContain('SUCCESS');
    expect(promtool('check', 'config', 'deploy/prometheus/prometheus.yml')).toContain('SUCCESS');
  });

  it('sees the alerts fire when they should, and not before', () =>
    expect(promtool('test', 'rules', 'deploy/prometheus/alerts.test.yml')).toContain('SUCCESS'));
});
