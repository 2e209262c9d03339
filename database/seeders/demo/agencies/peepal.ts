import { staffOf, type DemoAgency } from '../demo_agency.ts'

export const peepal: DemoAgency = {
  slug: 'peepal',
  name: 'Peepal Properties',
  market: 'IN',
  currency: 'INR',
  plan: 'basic',
  timeZone: 'Asia/Kolkata',
  city: 'Pune',
  brand: { primary: '#2f5d3a', onPrimary: '#ffffff', accent: '#ff9f6b', onAccent: '#201510' },
  staff: staffOf('peepal', {
    principal: ['Vasudha Ranade', '+919000000001', 'Pune'],
    sales_director: ['Rahul Bhosale', '+919000000002', 'Pune'],
    senior_agent: ['Ketan Agarwal', '+919000000003', 'Pune'],
    junior_agent: ['Mitali Jadhav', '+919000000004', 'Pimpri-Chinchwad'],
    collections_manager: ['Farida Inamdar', '+919000000005', 'Pune'],
    marketing: ['Nachiket Apte', '+919000000006', 'Pune'],
    relationship_manager: ['Lavanya Subramaniam', '+919000000007', 'Pune'],
    property_manager: ['Clifford D’Mello', '+919000000008', 'Pune'],
  }),
  teams: [
    {
      name: 'Baner and the west',
      members: [
        { role: 'sales_director', overlay: 'owner' },
        { role: 'senior_agent', overlay: 'admin' },
        { role: 'junior_agent', overlay: 'member' },
        { role: 'marketing', overlay: 'member' },
      ],
    },
    {
      name: 'Rentals and the east',
      members: [
        { role: 'relationship_manager', overlay: 'owner' },
        { role: 'property_manager', overlay: 'admin' },
        { role: 'collections_manager', overlay: 'member' },
      ],
    },
  ],
}
