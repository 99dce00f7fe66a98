import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { webDarkTheme, webLightTheme } from '@fluentui/tokens';
import { parse } from '@formatjs/icu-messageformat-parser';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import MinimizerPlugin from 'minimizer-webpack-plugin';
import webpack from 'webpack';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const { version } = JSON.parse(read('package.json'));
const words = { en: JSON.parse(read('src/ui/strings/en.json')), de: JSON.parse(read('src/ui/strings/de.json')) };

const developmentOrigin = 'https://localhost:3000';
const services = {
  graph: 'https://graph.microsoft.com/v1.0',
  outlook: 'https://outlook.office.com/api/v2.0',
};

/** The page's config block, from the environment of the build. */
function pageConfig(environment) {
  const service = environment.PHOTO_SERVICE || 'graph';
  if (!(service in services)) {
    throw new Error(`PHOTO_SERVICE is "${service}". Set it to one of: ${Object.keys(services).join(', ')}.`);
  }
  return {
    clientId: environment.CLIENT_ID || '',
    authority: environment.AUTHORITY || 'https://login.microsoftonline.com/common',
    service,
    serviceUrl: environment.PHOTO_SERVICE_URL || services[service],
    ...(environment.PHOTO_UPLOAD && { upload: environment.PHOTO_UPLOAD }),
  };
}

/** The origin that the manifest names, without a slash at its end. */
function addinAddress(environment) {
  const address = environment.ADDIN_ORIGIN || developmentOrigin;
  if (!/^https:\/\/[^/?#]+(\/[^?#]*)?$/.test(address)) {
    throw new Error(`ADDIN_ORIGIN is "${address}". Set it to an https address, such as https://photos.contoso.com.`);
  }
  return address.replace(/\/+$/, '');
}

/** A catalogue with its messages as `intl-messageformat` has them after parsing. */
function parsedMessages(json) {
  const parsed = Object.entries(JSON.parse(json)).map(([key, text]) => [key, parse(text, { captureLocation: false })]);
  return Object.fromEntries(parsed);
}

/** Fluent's colours and measures as a style sheet, which costs no script. */
const themes = Object.entries({ light: webLightTheme, dark: webDarkTheme })
  .map(([name, theme]) => {
    const variables = Object.entries(theme).map(([token, value]) => `--${token}:${value};`);
    return `[data-theme='${name}']{color-scheme:${name};${variables.join('')}}`;
  })
  .join('\n');

const page = (name, config) =>
  new HtmlPlugin({
    template: `src/${name}.html`,
    filename: `${name}.html`,
    chunks: [name],
    inject: false,
    minify: false,
    templateParameters: (compilation, assets) => ({
      scripts: assets.js,
      config: JSON.stringify(config).replaceAll('<', '\\u003c'),
      words,
    }),
  });

async function developmentServer() {
  const { default: certificates } = await import('office-addin-dev-certs');
  const { ca, key, cert } = await certificates.getHttpsServerOptions();
  return {
    port: 3000,
    server: { type: 'https', options: { ca, key, cert } },
    headers: { 'Access-Control-Allow-Origin': '*' },
    static: false,
  };
}

export default async (_arguments, { mode, env }) => {
  const config = pageConfig(process.env);
  if (!config.clientId) {
    console.warn('CLIENT_ID is not set: the pane will say so. README, "Build", tells where it comes from.');
  }
  return {
    mode,
    devtool: mode === 'production' ? false : 'source-map',
    entry: {
      taskpane: './src/taskpane.ts',
      signin: './src/signin.ts',
      'trusted-types': './src/trusted-types.ts',
      'browser-check': './src/browser-check.ts',
    },
    output: {
      path: resolve('dist'),
      filename: '[name].js',
      // Sign-in has a name that the page can write down, to have it on its way before a script asks for it.
      chunkFilename: ({ chunk }) => (chunk.name === 'msal' ? 'msal.js' : '[name].[contenthash:8].js'),
      publicPath: 'auto',
      clean: true,
    },
    resolve: {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      // One alias a name: take them out and the same code runs on React proper.
      alias: {
        // The catalogues are parsed by the build.
        '@formatjs/icu-messageformat-parser$': '@formatjs/icu-messageformat-parser/no-parser.js',
        react$: 'preact/compat',
        'react-dom$': 'preact/compat',
        'react-dom/client$': 'preact/compat/client',
        'react/jsx-runtime$': 'preact/jsx-runtime',
        scheduler$: 'preact/compat/scheduler',
      },
    },
    module: {
      rules: [
        { test: /src.ui.strings.+\.json$/, type: 'json', parser: { parse: parsedMessages } },
        // Styles become plain rules while building: neither the compiler nor all of Fluent's tokens travel.
        { test: /src.ui.+\.tsx$/, loader: '@griffel/webpack-loader', enforce: 'post' },
        {
          test: /\.tsx?$/,
          loader: 'swc-loader',
          options: {
            jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
            env: {
              targets: ['last 2 Edge versions', 'last 2 Chrome versions', 'last 2 Firefox versions', 'Safari >= 16'],
            },
          },
        },
      ],
    },
    plugins: [
      page('taskpane', config),
      page('signin', config),
      new webpack.NormalModuleReplacementPlugin(/\/tokens\.js$/, (asked) => {
        if (/@fluentui.tokens/.test(asked.context)) asked.request = resolve('src/ui/tokens.ts');
      }),
      new webpack.DefinePlugin({ __VERSION__: JSON.stringify(version) }),
      new CopyPlugin({
        patterns: [
          { from: 'assets/*.png', to: 'assets/[name][ext]' },
          { from: 'src/pane.css', to: 'pane.css', transform: (text) => `${text}\n${themes}\n` },
          // As a file, since the page's policy keeps out what a script would write.
          { from: 'node_modules/react-easy-crop/react-easy-crop.css', to: 'cropper.css' },
          {
            from: 'manifest.xml',
            to: 'manifest.xml',
            transform: (text) => text.toString().replaceAll(developmentOrigin, addinAddress(process.env)),
          },
        ],
      }),
    ],
    // Scripts alone: the pages stay as they are written, since operators edit their config block.
    optimization: { minimizer: [new MinimizerPlugin({ test: /\.js$/ })] },
    performance: { hints: false },
    stats: 'errors-warnings',
    ...(env?.WEBPACK_SERVE ? { devServer: await developmentServer() } : {}),
  };
};
