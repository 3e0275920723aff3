import { Controller, Get, Module } from '@nestjs/common';

import type { Capability } from '../commands/capability';
import { BarometerModule, hang, SafeModule } from './barometer';
import { jurisdiction } from './house';
import { routesOf } from './house-routes';
import { PermissionHouse } from './permission-house';
import { permissionMatrix } from './permission-matrix';
import { sampleBody } from './sample-body';

const state = {
  ...jurisdiction,
  ministries: [...jurisdiction.ministries, { code: 'mi', name: 'MI', shortName: 'mi' }],
};

permissionMatrix([BarometerModule, SafeModule], state);

@Controller('back-door')
class BackDoor {
  @Get('key')
  key(): string {
    return 'key';
  }
}
@Module({ controllers: [BackDoor] })
class BackDoorModule {}

it('a route that does not say what it is for is found', async () => {
  const capability: Capability = {
    ...{ name: 'back-door', module: BackDoorModule, slices: [], policies: [], office: null },
  };
  const house = await PermissionHouse.open('mi', state, [capability]);
  expect(routesOf(house.app).filter(({ act }) => act === undefined)).toEqual([
    { method: 'GET', path: 'back-door/key', act: undefined },
  ]);
  await house.close();
});

it('a body is made of what must be in it', () => {
  expect(sampleBody(hang)).toEqual({ title: 'tender' });
});
