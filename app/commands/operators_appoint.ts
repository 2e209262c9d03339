import { args, flags } from '@adonisjs/core/ace'
import vine from '@vinejs/vine'
import { AppointOperator, operatorRoles } from '#app/agencies'
import { type Identity, emailField } from '#app/identity'
import config from '#config/tenancy'
import { FleetCommand } from '#kernel/fleet/fleet_command'
import { FleetRefusal } from '#kernel/fleet/fleet_refusal'
import env from '#start/env'

export default class OperatorsAppoint extends FleetCommand {
  static commandName = 'operators:appoint'
  static description = 'Make somebody an operator of the platform, or end it with the role "none"'

  @args.string({ description: 'E-mail of the person' })
  declare email: string

  @args.string({ description: operatorRoles.join(', ') })
  declare role: string

  @flags.string({ description: 'Name of a person whom the platform does not know yet' })
  declare name?: string

  async work() {
    const email = await addressIn(this.email)
    const role = roleCalled(this.role)
    const name = this.name ?? email.split('@')[0]
    const result = await new AppointOperator().handle({ email, name, role })
    if (!result.ok) throw new FleetRefusal(`Nobody with the e-mail ${email} is known.`)
    this.logger.log(role ? `${email} is ${role} now.` : `${email} is no operator any more.`)
    const { secret } = result.value
    if (secret) this.logger.log(`Within 30 minutes: ${consoleAddress()}/password/reset/${secret}`)
  }
}

async function addressIn(text: string): Promise<string> {
  const [error, input] = await vine.create({ email: emailField() }).tryValidate({ email: text })
  if (error) throw new FleetRefusal(`"${text}" is no e-mail address.`)
  return input.email
}

function roleCalled(text: string): Identity['operatorRole'] {
  const role = operatorRoles.find((one) => one === text)
  if (!role && text !== 'none')
    throw new FleetRefusal(`There is no role "${text}"; there are ${operatorRoles.join(', ')}.`)
  return role ?? null
}

/** In production behind a proxy that speaks TLS; else as `npm start` serves it. */
function consoleAddress(): string {
  const isPublic = env.get('NODE_ENV') === 'production'
  return isPublic
    ? `https://${config.consoleDomain}`
    : `http://${config.consoleDomain}:${env.get('PORT')}`
}
