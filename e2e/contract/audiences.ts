/** Whom a token of each dialect is for. */
export const audiences = { graph: 'https://graph.microsoft.com', outlook: 'https://outlook.office.com' };
