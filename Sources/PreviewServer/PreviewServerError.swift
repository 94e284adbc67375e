import Diagnostics
import Glibc

/// What keeps the server from listening.
package enum PreviewServerError: Error, Sendable, Hashable {
    /// Another program listens at the port.
    case portInUse(Int)
    /// The system lets only administrators use the port.
    case portNotPermitted(Int)
    /// Not a port number.
    case invalidPort(Int)
    /// Not an IP address, or none of this machine.
    case unknownAddress(String)
    /// The server is running.
    case alreadyRunning
    /// A system call failed.
    case system(errno: Int32)

    /// The sentence for the person at the terminal.
    package var message: LocalizedText {
        switch self {
        case .portInUse(let port):
            LocalizedText(
                zh: "端口 \(port) 已被其他程序占用。请换一个端口，或先关闭那个程序。",
                en: "Port \(port) is in use by another program. Choose another port, or end that program.")
        case .portNotPermitted(let port):
            LocalizedText(
                zh: "没有使用端口 \(port) 的权限。请使用 1024 以上的端口。",
                en: "Port \(port) is for administrators only. Choose one above 1023.")
        case .invalidPort(let port):
            LocalizedText(
                zh: "“\(port)”不是端口号。端口号从 0 到 65535。", en: "“\(port)” is no port. Ports go from 0 to 65535.")
        case .unknownAddress(let address):
            LocalizedText(
                zh: "“\(address)”不是本机的 IP 地址。", en: "“\(address)” is not an IP address of this computer.")
        case .alreadyRunning:
            LocalizedText(zh: "预览已经在运行。", en: "The preview is running already.")
        case .system(let errno):
            LocalizedText(
                zh: "无法启动预览：\(LocalizedText.systemReason(errno).zh)。",
                en: "The preview cannot be started: \(LocalizedText.systemReason(errno).en).")
        }
    }
}
