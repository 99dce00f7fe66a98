/** A page of the list of users is not what the contract promises: no list, or a link to another place. */
export class UserListError extends Error {
  override readonly name = 'UserListError';
}
