/** The sandbox's people whom stories and contracts name. */
export const people = {
  /** Signed in, where a story does not say otherwise. */
  adele: { name: 'Adele Vance', address: 'adele@contoso.com' },
  /** An administrator. */
  alex: { name: 'Alex Wilber', address: 'alex@contoso.com' },
  /** In another organization. */
  nina: { name: 'Nina Torres', address: 'nina@fabrikam.com' },
  megan: { name: 'Megan Bowen', address: 'megan@contoso.com' },
  lynne: { name: 'Lynne Robbins', address: 'lynne@contoso.com' },
  /** Her photo's largest size is 240 px. */
  diego: { name: 'Diego Siciliani', address: 'diego@contoso.com' },
  /** Her photo's largest size is 64 px. */
  joni: { name: 'Joni Sherman', address: 'joni@contoso.com' },
  miriam: { name: "Miriam O'Brien", address: "miriam.o'brien@contoso.com" },
  jurgen: { name: 'Jürgen Groß', address: 'jürgen.groß@contoso.com' },
  pat: { name: 'Pat Plus', address: 'pat+news@contoso.com' },
  /** Without a photo. */
  isaiah: { name: 'Isaiah Langer', address: 'isaiah@contoso.com' },
  /** A guest. */
  grace: { name: 'Grace Guest', address: 'grace@partner.example' },
  /** With a mailbox on-premises. */
  otto: { name: 'Otto Premises', address: 'otto@contoso.com' },
  /** Without a mailbox. */
  nora: { name: 'Nora Nomail', address: 'nora@contoso.com' },
  /** A distribution list. */
  sales: { name: 'Sales Team', address: 'sales@contoso.com' },
  /** Whose photo may not be read. */
  frank: { name: 'Frank Forbidden', address: 'frank@contoso.com' },
  /** Outside the organization. */
  olivia: { name: 'Olivia Outside', address: 'olivia@elsewhere.example' },
  /** With a name of 57 letters. */
  maximiliane: {
    name: 'Maximiliane Alexandra von Hohenstein-Wittgenstein zu Sayn',
    address: 'maximiliane.alexandra.von.hohenstein-wittgenstein@contoso.com',
  },
  /** With markup in the name. */
  markup: { name: '<img src=x onerror=alert(1)>', address: 'xss@contoso.com' },
} as const;

export interface SandboxPerson {
  readonly name: string;
  readonly address: string;
}
