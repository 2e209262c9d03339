/** "SingleFamilyResidence" is "Single Family Residence": servers write their values in either way. */
export function apart(value: string | number | boolean): string {
  return String(value).replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
}
