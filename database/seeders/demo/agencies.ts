import { msasa } from './agencies/msasa.ts'
import { peepal } from './agencies/peepal.ts'
import { rainier } from './agencies/rainier.ts'
import type { DemoAgency } from './demo_agency.ts'

/** The agencies of the demo world, one for each market. */
export const demoAgencies: DemoAgency[] = [rainier, msasa, peepal]
