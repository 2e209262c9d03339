/** Every part that the form of a lead takes. */
export const address = {
  line: '1 Pine Street',
  unit: '2',
  locality: 'Ballard',
  city: 'Seattle',
  state: 'WA',
  postcode: '98101',
}
