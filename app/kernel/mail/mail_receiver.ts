/** `default` of the file that the manifest's `mail` names. */
export interface MailReceiver {
  /** Somebody waits for mail at this token. */
  isOpen(token: string): Promise<boolean>
  /** Keeps what came, for good, before it resolves; thrown, its sender tries again later. */
  take(token: string, raw: Buffer): Promise<void>
}
