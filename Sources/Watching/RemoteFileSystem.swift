/// File systems on which inotify misses changes, because they are made elsewhere: by another machine, the host of a
/// virtual machine, or a program.
enum RemoteFileSystem {
    /// Names by magic number; statfs(2), and `fs/vboxsf/super.c` of Linux.
    private static let names: [UInt32: String] = [
        0x6969: "NFS",
        0x0102_1997: "9p",
        0x6573_5546: "FUSE",
        0x786f_4256: "vboxsf",
        0xff53_4d42: "CIFS",
        0xfe53_4d42: "SMB",
        0x517b: "SMB",
        0x00c3_6400: "Ceph",
        0x5346_414f: "AFS",
        0x6b41_4653: "AFS",
        0x7375_7245: "Coda",
        0xbacb_acbc: "HGFS",
        0x7c7c_6673: "prl_fs",
    ]

    /// The name of a file system that is not to be trusted with events; `nil` for all others.
    static func name(ofType type: UInt32) -> String? { names[type] }
}
