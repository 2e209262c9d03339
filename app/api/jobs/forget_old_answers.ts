import { forgetOldAnswers } from '../kept_answers.ts'

/** Who asks again after a day does it anew. */
export default class ForgetOldAnswers {
  async handle(): Promise<void> {
    await forgetOldAnswers()
  }
}
