import Glibc

extension LocalizedText {
    /// Why a call of the system failed, as part of a sentence.
    ///
    /// - Parameter errno: the system's number of the reason.
    package static func systemReason(_ errno: Int32) -> LocalizedText {
        let system = String(cString: strerror(errno))
        let zh: String =
            switch errno {
            case ENOSPC, EDQUOT: "磁盘空间不足"
            case EACCES, EPERM: "没有权限"
            case EROFS: "文件系统只读"
            case ENOTDIR: "路径中有一段不是文件夹"
            case EISDIR: "那里是文件夹，不是文件"
            case ENOENT: "没有这个文件夹或文件"
            case ENAMETOOLONG: "名称太长"
            case EXDEV, EBUSY: "那里是挂载点，或正被占用"
            case EFBIG: "超过了文件大小的限制"
            case ELOOP: "那里是一个符号链接"
            case EMFILE, ENFILE: "打开的文件太多"
            case EIO: "磁盘读写出错"
            case ENOMEM: "内存不足"
            case ENXIO: "那里不是普通文件"
            case EADDRINUSE: "端口已被占用"
            case EADDRNOTAVAIL: "本机没有这个地址"
            case EPIPE: "接收的一方已经关闭"
            default: system
            }
        return LocalizedText(zh: zh, en: system)
    }
}
