import { unitSql } from '#kernel/tenancy/sql'

/** The stages that every agency begins with; a test agency is emptied before each test. */
export async function givenStages(): Promise<void> {
  await unitSql(
    `insert into pipeline_stages (label, position, maps_to) values
       ('Lead', 1, 'new'), ('Qualified', 2, 'qualified'), ('Showing', 3, 'qualified'),
       ('Offer', 4, 'negotiation'), ('Closed', 5, 'converted')
     on conflict do nothing`
  )
}
