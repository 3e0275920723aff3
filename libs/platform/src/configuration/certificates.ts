import { InvalidConfiguration } from './invalid-configuration';
import { readNamedFile } from './sources';

/** The certificates of a PEM file. Throws InvalidConfiguration when there are none to read. */
export const readCertificates = (variable: string, file: string): string => {
  const text = readNamedFile(variable, file);
  if (!text.includes('-----BEGIN CERTIFICATE-----'))
    throw new InvalidConfiguration(`${variable} names ${file}, which holds no certificate in PEM.`);
  return text;
};
