import { TestEnvironment } from 'jest-environment-node';

declare global {
  /** Whether the test whose hooks run now has failed. */
  var storyFailed: boolean;
}

/** Node, and a story that can tell in its hooks whether it failed: while the browser still shows why. */
export default class StoryEnvironment extends TestEnvironment {
  handleTestEvent({ name }: { readonly name: string }): void {
    if (name === 'test_start') this.global.storyFailed = false;
    if (name === 'test_fn_failure') this.global.storyFailed = true;
  }
}
