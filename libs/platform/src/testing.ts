// @zielwerk/platform/testing: for specs only.
export { type Answer, type Asked, bodyAgreement, OpenHouse, type Way, WAYS } from './testing/open-house';
export { permissionMatrix } from './testing/permission-matrix';
export { type LedEntities } from './testing/relations';
