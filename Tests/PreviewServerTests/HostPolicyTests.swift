import Testing

@testable import PreviewServer

@Suite("Names of the server")
struct HostPolicyTests {
    private let policy = HostPolicy(port: 8000, names: ["Preview.Example", "fe80::1"])

    private func allows(_ host: String, localAddress: String? = "127.0.0.1") -> Bool {
        Authority(host).map { policy.allows($0, localAddress: localAddress) } ?? false
    }

    @Test(
        "addresses of this computer and configured names are ours",
        arguments: [
            "localhost", "localhost:8000", "LOCALHOST:8000", "site.localhost", "a.b.localhost:8000", "127.0.0.1",
            "127.0.0.1:8000", "[::1]", "[::1]:8000", "preview.example", "preview.example:443", "[fe80::1]:9",
        ])
    func ours(host: String) {
        #expect(allows(host))
    }

    @Test(
        "all others are not",
        arguments: [
            "", "evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.nip.io", "localhost:8001",
            "127.0.0.1:80", "[::1]:1", "evillocalhost", "localhost.", "local", "127.0.0.2", "10.0.0.1", "0.0.0.0",
            "[::]",
            "::1", "[::1", "[::1]x", "[]", "[localhost]", "localhost:", "localhost:x", "localhost:8000:8000",
            "localhost:008000", "user@localhost", "localhost/", "localhost, evil.example", "localhost evil.example",
            "not-preview.example", "2130706433", "0x7f.1", "lоcalhost", "localhost:-1", ":8000", "localhost\u{0}",
        ])
    func others(host: String) {
        #expect(!allows(host))
    }

    @Test("the address at which the client arrived is ours, since rebinding needs a name")
    func localAddress() {
        #expect(allows("192.168.1.5:8000", localAddress: "192.168.1.5"))
        #expect(!allows("192.168.1.6:8000", localAddress: "192.168.1.5"))
        #expect(!allows("192.168.1.5:8001", localAddress: "192.168.1.5"))
    }
}
