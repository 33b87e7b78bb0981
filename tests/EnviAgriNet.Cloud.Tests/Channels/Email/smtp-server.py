# A real SMTP server (Debian's python3-aiosmtpd) that wants STARTTLS and a password, and prints each mail it takes as JSON.
# usage: /usr/bin/python3 smtp-server.py CERT.pem KEY.pem
import base64
import json
import ssl
import sys
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult


class Box:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody@"):
            return "550 5.1.1 no such user " + address
        if address.startswith("later@"):
            return "451 4.2.1 try later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        raw = base64.b64encode(envelope.content).decode()
        print(json.dumps({"from": envelope.mail_from, "to": envelope.rcpt_tos, "raw": raw, "tls": session.ssl is not None}), flush=True)
        return "250 taken"


def check(server, session, envelope, mechanism, data):
    return AuthResult(success=data.login == b"eag" and data.password == b"secret")


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(sys.argv[1], sys.argv[2])
controller = Controller(Box(), hostname="127.0.0.1", port=0, tls_context=context, require_starttls=True,
                        authenticator=check, auth_required=True)
# Its own check that it answers cannot know a port that is chosen by the system.
controller._trigger_server = lambda: None
controller.start()
print(json.dumps({"port": controller.server.sockets[0].getsockname()[1]}), flush=True)
sys.stdin.read()
controller.stop()
