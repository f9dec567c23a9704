// Tokens typed in here stay in memory: nothing is stored, and no validator elsewhere is asked.
SwaggerUIBundle({
    url: '/openapi.yml',
    dom_id: '#api',
    validatorUrl: null,
    persistAuthorization: false,
});
