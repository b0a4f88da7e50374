import { openAsBlob } from 'node:fs';
import { createDentalrayClient } from '../../generated/dentalray/client.ts';

const dentalray = createDentalrayClient({
  baseUrl: 'http://127.0.0.1:4010/dentalray',
  credentials: { token: process.env.DENTALRAY_TOKEN ?? '' },
});

// A Blob of a file is read while it is sent: it does not have to fit into memory.
const file = new File([await openAsBlob('study.dcm')], 'study.dcm', { type: 'application/dicom' });
const { data, error } = await dentalray.POST('/media', {
  body: {
    file,
    status: 'stored',
    description: 'Fake scan of Pat Example',
    meta: { is_dicom: true, patient_id: 'FAKE-1001', patient_name: 'Pat Example' },
  },
});
console.log(data ?? error);
