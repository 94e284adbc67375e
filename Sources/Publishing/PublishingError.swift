import Diagnostics
import Glibc

/// What keeps a site from being published.
package enum PublishingError: Error, Sendable {
    /// The output folder holds something that this program did not write.
    case foreignOutput(String)
    /// The output folder is, or holds, what must not be replaced.
    case protectedOutput(String)
    /// Another build holds the lock.
    case anotherBuildIsRunning(String)
    /// A system call failed.
    case system(path: String, errno: Int32)

    /// The sentence for the person at the terminal.
    package var message: LocalizedText {
        switch self {
        case .foreignOutput(let path):
            LocalizedText(
                zh: "输出文件夹“\(path)”里有不是本程序生成的文件。请换一个文件夹，或先把它清空。",
                en:
                    "The output folder “\(path)” holds files that this program did not write. Choose another one, or empty it."
            )
        case .protectedOutput(let path):
            LocalizedText(
                zh: "不能输出到“\(path)”：那里是站点的源文件，或包含它们。",
                en: "“\(path)” cannot be the output: the site's sources are there, or below it.")
        case .anotherBuildIsRunning(let holder):
            LocalizedText(
                zh: "另一个生成正在写入同一个输出文件夹\(holder.isEmpty ? "" : "（进程 \(holder)）")，请稍后再试。",
                en:
                    "Another build\(holder.isEmpty ? "" : " (process \(holder))") is writing to the same output folder. Try again later."
            )
        case .system(let path, let errno):
            LocalizedText(
                zh: "无法写入“\(path)”：\(Self.chineseReason(errno))。",
                en: "“\(path)” cannot be written: \(String(cString: strerror(errno))).")
        }
    }

    private static func chineseReason(_ errno: Int32) -> String {
        switch errno {
        case ENOSPC, EDQUOT: "磁盘空间不足"
        case EACCES, EPERM: "没有权限"
        case EROFS: "文件系统只读"
        case ENOTDIR: "路径中有一段不是文件夹"
        case EISDIR: "那里是一个文件夹"
        case ENOENT: "上级文件夹不存在"
        case ENAMETOOLONG: "名称太长"
        case EXDEV, EBUSY: "输出文件夹是挂载点，请输出到它下面的一个文件夹"
        case EFBIG: "文件过大"
        case ELOOP: "那里是一个符号链接"
        default: String(cString: strerror(errno))
        }
    }
}
