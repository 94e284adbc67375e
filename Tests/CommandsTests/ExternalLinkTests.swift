import Foundation
import TestSupport
import Testing

/// Links to other sites, as the program deals with them. Nothing here leaves the machine.
@Suite("check --external")
struct ExternalLinkTests {
    /// A port of this machine that notes whether anybody came.
    private final class Doorbell {
        let port: UInt16
        private let listener: Int32

        init() throws {
            let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
            let listener = socket(AF_INET, kind, 0)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            let isListening = withUnsafeMutablePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                    bind(listener, address, length) == 0 && listen(listener, 8) == 0
                        && getsockname(listener, address, &length) == 0
                }
            }
            guard isListening else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
            self.listener = listener
            port = UInt16(bigEndian: address.sin_port)
        }

        deinit { close(listener) }

        /// Whether a connection waits to be accepted.
        var hasRung: Bool {
            let client = accept(listener, nil, nil)
            guard client >= 0 else { return false }
            close(client)
            return true
        }
    }

    /// The other links of `small` lead to hosts that are not asked.
    private func site(linkingTo url: String, in scratch: Scratch) throws -> String {
        let site = try scratch.site("small")
        try "---\ntitle: 关于\n---\n\n见[本机](\(url))。\n".write(
            toFile: site + "/content/about.md", atomically: true, encoding: .utf8)
        let configuration = try String(contentsOfFile: site + "/site.config", encoding: .utf8)
        try (configuration + "checks:\n  skip_hosts: [example.com]\n").write(
            toFile: site + "/site.config", atomically: true, encoding: .utf8)
        return site
    }

    @Test("a private address is reported and never asked", arguments: [["check"], ["check", "--external"]])
    func privateAddress(arguments: [String]) throws {
        let bell = try Doorbell()
        let scratch = try Scratch()
        let site = try site(linkingTo: "http://127.0.0.1:\(bell.port)/", in: scratch)
        let output = Shell.run(arguments + ["--format", "plain", "--lang", "en"], in: site)
        #expect(output.status == 0)
        let lines = output.out.split(separator: "\n")
        #expect(
            lines.contains { $0.hasPrefix("content/about.md:5:7: warning:") && $0.hasSuffix("[link/private-address]") },
            "\(output.out)")
        #expect(!bell.hasRung)
        let asks = arguments.contains("--external")
        #expect(output.error.contains("Not checked: links to other sites") != asks)
        #expect(output.error.contains("Links to other sites: 0 addresses asked") == asks)
    }

    @Test("an address below a name of this machine is not asked either")
    func localName() throws {
        let bell = try Doorbell()
        let scratch = try Scratch()
        let site = try site(linkingTo: "http://localhost:\(bell.port)/", in: scratch)
        let output = Shell.run(["check", "--external", "--external-age", "0", "--format", "plain"], in: site)
        #expect(output.out.contains("link/private-address"))
        #expect(!bell.hasRung)
    }

    @Test(
        "--external-age needs --external, and days", arguments: [["5"], ["91", "--external"], ["-1", "--external"]])
    func usage(arguments: [String]) throws {
        let scratch = try Scratch()
        #expect(Shell.run(["check", "--external-age"] + arguments, in: try scratch.site("small")).status == 2)
    }
}
