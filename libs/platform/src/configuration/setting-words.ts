// What values of settings may be, each with the words that say so.
import { word } from '@zielwerk/contracts';
import { IsInt, Matches, Max, Min } from 'class-validator';

export const IsWhole = (least: number, most: number) =>
  word(
    `a whole number from ${least} to ${most}`,
    (says) => IsInt(says),
    (says) => Min(least, says),
    (says) => Max(most, says),
  )();
export const IsHost = word('the name or address of a network interface such as 127.0.0.1', (says) =>
  Matches(/^[A-Za-z0-9.:_-]{1,255}$/u, says),
);
export const IsBroker = word('addresses of brokers such as localhost:9092, separated by commas', (says) =>
  Matches(/^[A-Za-z0-9._-]{1,255}:\d{1,5}$/u, says),
);
export const IsWebAddress = word('an address such as https://login.example.org/keys', (says) =>
  Matches(/^https?:\/\/[^\s]{1,500}$/u, says),
);

export const IsWrittenVersion = word(
  'newest, or versions of events to write such as ObservationReported=2, separated by commas',
  (says) => Matches(/^(?:newest|[A-Z][A-Za-z]{1,99}=\d{1,3})$/u, says),
);
export const IsTracesAddress = word(
  'an address that takes OTLP over HTTP such as http://localhost:4318/v1/traces',
  (says) => Matches(/^https?:\/\/[^\s]{1,500}$/u, says),
);
