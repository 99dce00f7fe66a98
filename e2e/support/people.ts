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
  /** Her login name is `u104711@contoso.com`; her aliases are her old name and a technical address. */
  ivy: { name: 'Ivy Bell', address: 'ivy.bell@contoso.com' },
  /** His login name is `u1234@contoso.com`. */
  bo: { name: 'Bo Berg', address: 'bo.berg@contoso.com' },
  /** Without a photo; her login name is no address. */
  cleo: { name: 'Cleo Card', address: 'cleo.card@contoso.com' },
  /** A guest whom the directory knows by mail. */
  gil: { name: 'Gil Partner', address: 'gil@partner.com' },
  /** A guest who signs in, and cannot search. */
  gus: { name: 'Gus Visitor', address: 'gus@visitor.example' },
  /** A shared mailbox. */
  info: { name: 'Info Desk', address: 'info@contoso.com' },
  /** A room; its login name is no address. */
  everest: { name: 'Room Everest', address: 'room.everest@contoso.com' },
  /** A Microsoft 365 group. */
  orion: { name: 'Project Orion', address: 'orion@contoso.com' },
  /** A Microsoft 365 group in a domain of the organization that no user has. */
  nova: { name: 'Project Nova', address: 'nova@contoso-projects.example' },
  /** Two people; one of them has it as the primary address. */
  tom: { name: 'Tom Twin', address: 'tom.twin@contoso.com' },
  /** Two people; nothing distinguishes them. */
  una: { name: 'Una Twin', address: 'una.twin@contoso.com' },
  /** Outside the organization. */
  olivia: { name: 'Olivia Outside', address: 'olivia@elsewhere.example' },
  /** Outside; a contact without a photo. */
  quinn: { name: 'Quinn Contact', address: 'quinn@elsewhere.example' },
  /** Outside; a contact in a folder. */
  paul: { name: 'Paul Plumber', address: 'paul@plumber.example' },
  /** Outside; two contacts have the address. */
  dora: { name: 'Dora Double', address: 'dora@double.example' },
  /** Outside; a contact that lists Megan's address in the organization too. */
  meganAtHome: { name: 'Megan at home', address: 'megan@home.example' },
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
