import { staffOf, type DemoAgency } from '../demo_agency.ts'

export const rainier: DemoAgency = {
  slug: 'rainier',
  name: 'Rainier Realty',
  market: 'US',
  currency: 'USD',
  plan: 'enterprise',
  timeZone: 'America/Los_Angeles',
  city: 'Seattle',
  brand: { primary: '#1f4e5f', onPrimary: '#ffffff', accent: '#f2a65a', onAccent: '#1b1b1b' },
  staff: staffOf('rainier', {
    principal: ['Margaret Halvorsen', '+12065550100', 'Seattle'],
    sales_director: ['Derrick Washington', '+12065550101', 'Seattle'],
    senior_agent: ['Linh Tran', '+12065550102', 'Seattle'],
    junior_agent: ['Cody Brennan', '+12065550103', 'Shoreline'],
    collections_manager: ['Patricia Ocampo', '+12065550104', 'Seattle'],
    marketing: ['Hana Nakamura', '+12065550105', 'Seattle'],
    relationship_manager: ['Elena Vasquez-Moore', '+14255550100', 'Bellevue'],
    property_manager: ['Samuel Okonkwo', '+14255550101', 'Bellevue'],
  }),
  teams: [
    {
      name: 'North of the Cut',
      members: [
        { role: 'sales_director', overlay: 'owner' },
        { role: 'senior_agent', overlay: 'admin' },
        { role: 'junior_agent', overlay: 'member' },
        { role: 'marketing', overlay: 'member' },
      ],
    },
    {
      name: 'Eastside and rentals',
      members: [
        { role: 'relationship_manager', overlay: 'owner' },
        { role: 'property_manager', overlay: 'admin' },
        { role: 'collections_manager', overlay: 'member' },
      ],
    },
  ],
}
