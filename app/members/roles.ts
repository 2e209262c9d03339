/** The staff roles of an agency, from the widest to the narrowest. */
export const staffRoles = [
  'principal',
  'sales_director',
  'senior_agent',
  'junior_agent',
  'collections_manager',
  'marketing',
  'relationship_manager',
  'property_manager',
] as const

export type StaffRole = (typeof staffRoles)[number]

/** What a member is in their own team; owners and admins look after who belongs to it. */
export const teamRoles = ['owner', 'admin', 'member'] as const

export type TeamRole = (typeof teamRoles)[number]
