/** The guest list: every module of this house, in the order in which they are shown. */
export default [() => import('../modules/contacts/module.ts')]
