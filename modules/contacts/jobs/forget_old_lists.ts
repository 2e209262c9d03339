import { forgetOldLists } from '../actions/forget_old_lists.ts'

export default class ForgetOldLists {
  async handle() {
    await forgetOldLists()
  }
}
