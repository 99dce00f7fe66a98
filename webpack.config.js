import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import CompressionPlugin from 'compression-webpack-plugin';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import MinimizerPlugin from 'minimizer-webpack-plugin';
import { register } from 'tsx/esm/api';
import webpack from 'webpack';
import LicensePlugin from 'webpack-license-plugin';

// What follows is TypeScript.
register();
const { CompileTextsPlugin } = await import('./build/compileTextsPlugin.ts');
const { assetNames } = await import('./build/assetNames.ts');
const { deploymentHeaders } = await import('./build/hosting/headers.ts');
const { billOfMaterials, licenseTexts } = await import('./build/licenses.ts');
const { HostingPlugin } = await import('./build/hosting/hostingPlugin.ts');
const { deploymentFrom, rewriteManifest } = await import('./build/manifest.ts');
const { configJson, pageConfigFrom } = await import('./build/pageConfig.ts');
const { pageLanguageStyles, pageTexts } = await import('./build/pageTexts.ts');
const { readCatalog } = await import('./build/texts.ts');
const { manifestTranslations } = await import('./build/manifestTranslations.ts');
const { initialStyles, themeStyles } = await import('./build/themes.ts');
const { unifiedManifest, unifiedTranslation } = await import('./build/unifiedManifest.ts');

const { version, browserslist } = JSON.parse(readFileSync('package.json', 'utf8'));

const page = (name, config) =>
  new HtmlPlugin({
    template: `src/${name}.html`,
    filename: `${name}.html`,
    chunks: [name],
    inject: false,
    minify: false,
    templateParameters: (compilation, assets) => ({
      build: compilation.hash,
      scripts: assets.js,
      ...assetNames(compilation),
      config: configJson(config),
      title: readCatalog('en')['app.name'],
      texts: pageTexts(),
    }),
  });

/** The modules of the other pages, which have copies of their own of what they share with the pane. */
const layers = { signin: 'sign-in page', people: "administrators' page" };
const isOfPane = (layer) => !Object.values(layers).includes(layer);

/** Workers share no chunk with the screens: their components need a document. */
const isScreen = (chunk) => !chunk.canBeInitial() && !chunk.name?.endsWith('-worker');

/** Not the pages: operators edit their config block. */
const compressed = () =>
  [
    ['brotliCompress', 'br'],
    ['gzip', 'gz'],
  ].map(
    ([algorithm, ending]) =>
      new CompressionPlugin({
        algorithm,
        filename: `[path][base].${ending}`,
        test: /\.(js|css|wasm|bin)$/,
        minRatio: 1,
      }),
  );

async function developmentServer() {
  const { localhostCertificate } = await import('./sandbox/certificate.ts');
  const { key, cert } = await localhostCertificate();
  return {
    port: 3000,
    server: { type: 'https', options: { key, cert } },
    headers: { 'Access-Control-Allow-Origin': '*' },
    static: false,
  };
}

/** Without sequences and with simple inlining alone, the compressed scripts are 0.1 kB smaller before the first photo. */
const compress = { passes: 2, inline: 1, sequences: false };

export default async (environment = {}, { mode = 'production' } = {}) => {
  const config = pageConfigFrom(process.env);
  if (mode === 'production' && !config.clientId) {
    console.warn('CLIENT_ID is not set, and the pane will say so. See docs/deploy.md, step 2.');
  }
  const deployment = deploymentFrom(process.env);
  const fromManifest = (to, transform) => ({
    from: 'manifest.xml',
    to,
    transform: (xml) => transform(rewriteManifest(xml.toString(), deployment, config.authority)),
  });
  const hash = mode === 'production' ? '.[contenthash:8]' : '';
  return {
    mode,
    // Separate files: the page's policy allows no evaluated scripts.
    devtool: 'source-map',
    entry: {
      taskpane: './src/taskpane.ts',
      // Layers of their own: these pages need the parts of MSAL that the pane does without.
      signin: { import: './src/signin.ts', layer: layers.signin },
      people: { import: './src/people.ts', layer: layers.people },
      // One file, since all run before everything else.
      'page-start': [
        './src/blocked-scripts.ts',
        './src/trusted-types.ts',
        './src/chosen-theme.ts',
        './src/page-language.ts',
        './src/browser-check.ts',
      ],
    },
    output: {
      path: resolve('dist'),
      // A file that is kept for a year needs another name when its content changes.
      filename: `[name]${hash}.js`,
      chunkFilename: `[name]${hash}.js`,
      assetModuleFilename: `[name]${hash}[ext]`,
      publicPath: 'auto',
      clean: true,
    },
    resolve: {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      // Preact under React's names (docs/decisions/0002): without these lines the same code runs on React.
      alias: {
        react$: 'preact/compat',
        'react-dom$': 'preact/compat',
        'react-dom/client$': 'preact/compat/client',
        'react/jsx-runtime$': 'preact/jsx-runtime',
        scheduler$: 'preact/compat/scheduler',
      },
    },
    module: {
      // A name that the screens import and that is missing in src/ui/preact ends the build.
      parser: { javascript: { exportsPresence: 'error' } },
      rules: [
        // One copy for all pages: a chunk of two layers would run the worker twice.
        { include: /src.editor.worker[\\/]/, layer: 'worker' },
        // The screens need only what is in src/ui/preact; Fluent, loaded later, takes preact/compat.
        {
          include: resolve('src'),
          resolve: {
            alias: {
              react$: resolve('src/ui/preact/react.ts'),
              'react-dom/client$': resolve('src/ui/preact/reactDomClient.ts'),
            },
          },
        },
        // Styles become plain rules in the build, so neither their compiler nor Fluent's tokens are shipped.
        { test: /src.(ui|people).+\.tsx$/, loader: '@griffel/webpack-loader', enforce: 'post' },
        { test: /@fluentui.react-.+\.js$/, loader: resolve('build/inlineTokensLoader.ts') },
        {
          test: /\.tsx?$/,
          loader: 'swc-loader',
          options: {
            jsc: {
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic', development: false } },
            },
            env: { targets: browserslist },
          },
        },
      ],
    },
    plugins: [
      new webpack.NormalModuleReplacementPlugin(/controllers\/StandardController\.mjs$/, (request) => {
        if (!isOfPane(request.contextInfo.issuerLayer)) return;
        request.request = resolve('src/auth/noStandardController.ts');
      }),
      new CompileTextsPlugin(),
      page('taskpane', config),
      page('signin', config),
      // Nearly all of these is run before the first face: Chromium compiles it beside the main thread.
      new webpack.BannerPlugin({
        banner: '//# allFunctionsCalledOnLoad',
        raw: true,
        test: /^(taskpane|msal)\b.*\.js$/,
        stage: webpack.Compilation.PROCESS_ASSETS_STAGE_DEV_TOOLING - 1,
      }),
      page('people', config),
      new webpack.DefinePlugin({ __VERSION__: JSON.stringify(version) }),
      new CopyPlugin({
        patterns: [
          { from: 'assets/*.png', to: 'assets/[name][ext]' },
          {
            from: 'src/pane.css',
            to: `pane${hash}.css`,
            transform: (css) =>
              [css, readFileSync('src/message.css'), initialStyles(), themeStyles(), pageLanguageStyles()].join('\n'),
          },
          // As a file: the page's policy blocks styles that a script would write.
          { from: 'node_modules/react-easy-crop/react-easy-crop.css', to: `cropper${hash}.css` },
          fromManifest('manifest.xml', (xml) => xml),
          fromManifest('manifest.json', unifiedManifest),
          ...manifestTranslations.map(({ file, locale }) =>
            fromManifest(file, (xml) => unifiedTranslation(xml, locale)),
          ),
        ],
      }),
      new HostingPlugin({ address: deployment.address, headers: deploymentHeaders(config) }),
      new LicensePlugin({
        outputFilename: '../hosting/licenses.json',
        // The add-in's own, and a CommonJS package that the plugin does not see.
        includePackages: () => [resolve('.'), resolve('node_modules/dataloader')],
        additionalFiles: { 'licenses.txt': licenseTexts, 'sbom.json': billOfMaterials },
      }),
      ...(mode === 'production' ? compressed() : []),
    ],
    optimization: {
      chunkIds: 'named',
      // Short ones for the first script: 0.3 kB less before the first photo.
      moduleIds: 'size',
      // One letter for each, which is nearly 1 kB less before the first photo.
      mangleExports: 'size',
      splitChunks: {
        cacheGroups: {
          // Lazy-loaded screens are loaded together after the first face, so what they share is two chunks.
          default: { minChunks: 2, chunks: isScreen, layer: isOfPane, name: 'shared' },
          defaultVendors: { test: /node_modules.(?!@azure)/, chunks: isScreen, layer: isOfPane, name: 'components' },
        },
      },
      // Scripts only: operators edit the config block of the pages.
      minimizer: [new MinimizerPlugin({ test: /\.js$/, minimizerOptions: { ecma: 2022, compress } })],
    },
    performance: { hints: false },
    stats: 'errors-warnings',
    ...(environment.WEBPACK_SERVE ? { devServer: await developmentServer() } : {}),
  };
};
