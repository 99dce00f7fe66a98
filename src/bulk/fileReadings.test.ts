import { readingsOf, stemOf } from './fileReadings';

test.each([
  ['anna.schmidt.jpg', ['anna.schmidt']],
  ['Anna Schmidt.JPG.jpeg', ['Anna Schmidt']],
  ['anna.schmidt_640.png', ['anna.schmidt_640', 'anna.schmidt']],
  ['anna.schmidt-648x648.png', ['anna.schmidt-648x648', 'anna.schmidt']],
  ['Anna Schmidt (1).jpg', ['Anna Schmidt (1)', 'Anna Schmidt']],
  ['Anna Schmidt - Kopie (2).jpg', ['Anna Schmidt - Kopie (2)', 'Anna Schmidt - Kopie', 'Anna Schmidt']],
  ['Photo of Anna Schmidt.jpg', ['Photo of Anna Schmidt', 'of Anna Schmidt', 'Anna Schmidt']],
  ['017 Anna Schmidt.jpg', ['017 Anna Schmidt', 'Anna Schmidt']],
  [
    '01_anna@contoso.com_final2.jpg',
    ['01_anna@contoso.com_final2', '01_anna@contoso.com', 'anna@contoso.com_final2', 'anna@contoso.com'],
  ],
  ['Anna Schmidt (anna@contoso.com).jpg', ['Anna Schmidt (anna@contoso.com)', 'anna@contoso.com']],
  ['anna%40contoso.com.jpg', ['anna@contoso.com']],
  ['100%25 anna%.jpg', ['100%25 anna%']],
  ['anna@2x.jpg', ['anna']],
  ['12345_640.jpg', ['12345_640', '12345']],
  ['IMG_12345.jpg', []],
  ['20240115_123456.jpg', []],
  ['anna.schmidt/photo 1.jpg', ['anna.schmidt']],
  ['photos/IMG_0042.jpg', []],
  ['sales/Anna Schmidt.jpg', ['Anna Schmidt']],
  ['.jpg', []],
])('%s is read as %j', (path, names) => {
  expect([...readingsOf(path).names].sort()).toEqual([...names].sort());
});

test.each([
  ['12345.jpg', ['12345']],
  ['1042_640.jpg', ['1042', '1042_640']],
  ['17_1042.jpg', ['1042']],
  ['17.jpg', []],
  ['20240115_1034.jpg', []],
  ['Anna Schmidt 12345.jpg', ['Anna Schmidt 12345', '12345']],
  ['E12345_Anna.jpg', ['E12345_Anna', 'E12345']],
  ['017 Anna Schmidt.jpg', ['017 Anna Schmidt']],
  ['IMG_12345.jpg', []],
  ['20240115_123456.jpg', []],
])('%s may name the employee %j', (path, numbers) => {
  expect(readingsOf(path).numbers).toEqual(numbers);
});

test('the stem of a name keeps what is no ending of a picture', () => {
  expect(stemOf('a/b/anna.schmidt@contoso.com.heic')).toBe('anna.schmidt@contoso.com');
});
