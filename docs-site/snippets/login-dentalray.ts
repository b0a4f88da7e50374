import { createInterface } from 'node:readline/promises';
import { createDentalrayClient } from 'care-contracts/dentalray';

const client = createDentalrayClient({
  baseUrl: process.env.DENTALRAY_URL ?? 'http://127.0.0.1:4010/dentalray',
  credentials: {
    // Before its first call the client logs in; it keeps the token, and logs in again when it is refused.
    loginUser: { username: 'dana.example', password: 'fake-password-1' },
    // For users with a second factor. What is handed in is a client that is logged in so far.
    verifyMfaCode: async (loggedIn) => {
      await loggedIn.GET('/auth/mfa/sms'); // sends the user a message
      return { code: await ask('Code: ') };
    },
  },
});

const { data: me } = await client.GET('/auth/me');
console.log(`logged in as ${me?.username}`);
await client.POST('/auth/logout'); // the token is good no longer, and the client has forgotten it

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(question);
  terminal.close();
  return answer;
}
