declare module '@messageformat/core/compile-module' {
  // The package has these types under another path only.
  export { default } from '@messageformat/core/lib/compile-module';
}
