import { openAsBlob } from 'node:fs';
import { createDentalrayClient } from 'care-contracts/dentalray';

const client = createDentalrayClient({
  baseUrl: process.env.DENTALRAY_URL ?? 'http://127.0.0.1:4010/dentalray',
  credentials: { token: 'fake-token-0001' },
});

// However large the study is, it is read from the disk while it is sent.
const study = new File([await openAsBlob('study.dcm')], 'study.dcm', { type: 'application/dicom' });

const { data, error, status } = await client.POST('/media', {
  body: {
    file: study,
    status: 'stored',
    meta: { is_dicom: true, patient_id: 'FAKE-1001', patient_name: 'Pat Example' },
  },
});
if (data) {
  console.log(`media file ${data.id}`);
} else {
  console.error(status, error); // 422: `error.errors` says what is wrong, field by field
}
