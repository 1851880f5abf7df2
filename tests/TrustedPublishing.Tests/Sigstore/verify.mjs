// Verifies attestations (PEP 740) with @sigstore/verify: node verify.mjs PACKAGES TRUSTED_ROOT FILE...
// Prints one line per file: OK with the subject of the certificate, or FAIL with the reason.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';

const [packages, trustedRoot, ...files] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(packages), 'package.json'));
const { bundleFromJSON } = require('@sigstore/bundle');
const { TrustedRoot } = require('@sigstore/protobuf-specs');
const { Verifier, toSignedEntity, toTrustMaterial } = require('@sigstore/verify');

const trust = toTrustMaterial(TrustedRoot.fromJSON(JSON.parse(fs.readFileSync(trustedRoot, 'utf8'))));

function bundle({ verification_material: material, envelope }) {
  return bundleFromJSON({
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: {
      certificate: { rawBytes: material.certificate },
      tlogEntries: [material.transparency_entries[0]],
      timestampVerificationData: { rfc3161Timestamps: [] },
    },
    dsseEnvelope: {
      payloadType: 'application/vnd.in-toto+json',
      payload: envelope.statement,
      signatures: [{ sig: envelope.signature, keyid: '' }],
    },
  });
}

for (const file of files) {
  try {
    const signer = new Verifier(trust).verify(toSignedEntity(bundle(JSON.parse(fs.readFileSync(file, 'utf8')))));
    console.log(`OK ${signer.identity.subjectAlternativeName}`);
  } catch (error) {
    console.log(`FAIL ${error.message.split('\n')[0]}`);
  }
}
