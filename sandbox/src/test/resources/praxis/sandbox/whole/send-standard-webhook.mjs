// Signs with the official package and posts; prints the answer's body.
import { Webhook } from "standardwebhooks";

const { URL: url, SECRET: secret, ID: id, BODY: body } = process.env;
const now = new Date();
const response = await fetch(url, {
  method: "POST",
  headers: {
    "content-type": "application/json",
    "webhook-id": id,
    "webhook-timestamp": Math.floor(now.getTime() / 1000).toString(),
    "webhook-signature": new Webhook(secret).sign(id, now, body),
  },
  body,
});
console.log(await response.text());
process.exit(response.status === 202 ? 0 : 1);
