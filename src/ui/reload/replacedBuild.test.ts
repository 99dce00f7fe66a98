import { buildOf } from './replacedBuild';

test.each([
  ['<!doctype html>\n<html lang="en" data-build="0a1b">', '0a1b'],
  ['<html data-build="0a1b" lang="en"><body data-build="2c">', '0a1b'],
  ['<html lang="en"><body data-build="2c">', null],
  ['<html data-build="">', null],
  ['<htmlx data-build="0a1b">', null],
  ['Sign in to this network', null],
])('the build of %j is %j', (page, build) => {
  expect(buildOf(page)).toBe(build);
});
