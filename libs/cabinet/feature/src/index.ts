export { CabinetModule } from './cabinet.module';
