/** The guest list: every module of this house, in the order in which they are shown. */
const modules = [() => import('../modules/contacts/module.ts')]

export default modules
