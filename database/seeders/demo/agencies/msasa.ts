import { staffOf, type DemoAgency } from '../demo_agency.ts'

export const msasa: DemoAgency = {
  slug: 'msasa',
  name: 'Msasa Homes',
  market: 'ZW',
  currency: 'USD',
  plan: 'pro',
  timeZone: 'Africa/Harare',
  city: 'Harare',
  brand: { primary: '#8a2f1d', onPrimary: '#ffffff', accent: '#f4c95d', onAccent: '#241a10' },
  staff: staffOf('msasa', {
    principal: ['Rudo Chimhini', '+263770000001', 'Harare'],
    sales_director: ['Tapiwa Mugari', '+263770000002', 'Harare'],
    senior_agent: ['Sithandekile Ncube', '+263770000003', 'Harare'],
    junior_agent: ['Tanaka Zvavamwe', '+263770000004', 'Harare'],
    collections_manager: ['Ernest Mudenda', '+263770000005', 'Harare'],
    marketing: ['Ropa Chigwada', '+263770000006', 'Harare'],
    relationship_manager: ['Nokukhanya Mlilo', '+263780000001', 'Bulawayo'],
    property_manager: ['Gift Nyamukondiwa', '+263780000002', 'Harare'],
  }),
  teams: [
    {
      name: 'Northern suburbs',
      members: [
        { role: 'sales_director', overlay: 'owner' },
        { role: 'senior_agent', overlay: 'admin' },
        { role: 'junior_agent', overlay: 'member' },
        { role: 'marketing', overlay: 'member' },
      ],
    },
    {
      name: 'Lettings and diaspora',
      members: [
        { role: 'property_manager', overlay: 'owner' },
        { role: 'relationship_manager', overlay: 'admin' },
        { role: 'collections_manager', overlay: 'member' },
      ],
    },
  ],
}
