"""Exit 0 when the health page says that web, database and broker are well."""

import http.client
import sys

connection = http.client.HTTPConnection("127.0.0.1", 8000, timeout=8)
connection.request("GET", "/gezond")
sys.exit(connection.getresponse().status != http.client.OK)
