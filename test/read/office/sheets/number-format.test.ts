import { shownNumber } from '../../../../src/read/office/sheets/number-format.js';

const shown = (value: number, format: string): string => {
  const { text, unclear } = shownNumber(value, format, false);
  return `${text}${unclear ? '?' : ''}`;
};

describe('a number in a sheet', () => {
  it.each([
    [1234567, 'General', '1234567'], [0.1 + 0.2, 'General', '0.3'], [320.91000000000003, 'General', '320.91'], [0.0000001, 'General', '0.0000001'],
    [12, '0', '12'], [1234567, '#,##0', '1,234,567'], [999, '#,##0', '999'], [24252.311082, '0.00', '24252.31'], [1.005, '0.00', '1.01'], [5, '0.##', '5'], [-8, '0', '-8'], [-8, '0;-0', '-8'],
    [77, '0"件"', '77件'], [251000, '[$¥-804]#,##0', '¥251,000'], [3, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '3'], [320.91, '0.00\\万\\元', '320.91万元'], [6, '+0;-0;0', '+6'], [5, '[Red]0', '5'], [12345678, '0,', '12346'], [7, '@', '7'], [0.5, '0%', '50%'],
  ])('is what is shown: %d as %s', (value, format, text) => {
    expect(shown(value, format)).toBe(text);
  });

  it.each([
    [45000, 'yyyy/m/d', '2023年3月15日?'], [45000, 'm"月"d"日"', '3月15日?'], [0, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '-?'], [0, '0;-0;;@', '?'], [0, '#', '?'], [5, ';;;', '?'],
    [0.5, '# ?/?', '0.5?'], [12, '"第"0"号2"', '第12号2?'], [5, '[>3]0;0.0', '5?'], [5, '[DBNum1]General', '5?'], [-5, '0_);(0)', '(5)?'], [1e20, 'General', '100000000000000000000?'],
  ])('is not vouched for where what is shown does not tell it: %d as %s', (value, format, text) => {
    expect(shown(value, format)).toBe(text);
  });
});
