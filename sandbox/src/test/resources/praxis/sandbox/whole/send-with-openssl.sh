# Signs with openssl and posts with curl; prints the answer's body.
signature=$(printf %s "$BODY" | openssl dgst -sha256 -hmac "$SECRET" | sed 's/^.* //')
curl -sS --fail-with-body "$URL" -H 'Content-Type: application/json' \
    -H "X-Webhook-Signature: sha256=$signature" --data-binary "$BODY"
