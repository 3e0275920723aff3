import { decimalText, decimalValue, isNumber } from './decimal';

it.each([
  [0, '0'],
  [-0, '0'],
  [-12.5, '-12,5'],
  [0.1 + 0.2, '0,3'],
  [1234567, '1234567'],
  [1e21, '1000000000000000000000'],
  [1.5e-7, '0,00000015'],
])('%d is written %s, which is a number', (value, text) => {
  expect(decimalText(value)).toBe(text);
  expect(isNumber(text)).toBe(true);
});

it.each([
  ['-12,50', -12.5],
  ['007', 7],
  ['123456789012345', 123456789012345],
  ['1234567890123456', null],
  ['12.5', null],
  ['1e5', null],
  ['', null],
])('%j has the value %p', (text, value) => expect(decimalValue(text)).toBe(value));
