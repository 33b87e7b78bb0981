using EnviAgriNet.FirmwareHost.Sensors;

namespace EnviAgriNet.FirmwareHost.Commands;

/// <summary>What the person at the centre can do about a fault, in Thai; the English sentence comes from the sensor, which knows more.</summary>
internal static class OperatorWords
{
    public static string Thai(SensorFault? fault) => fault switch
    {
        SensorFault.Missing => "ไม่พบอุปกรณ์ ตรวจว่าเสียบแน่น มีไฟเลี้ยง และสายไม่ขาด",
        SensorFault.Denied => "ไม่มีสิทธิ์อ่านอุปกรณ์ ให้เพิ่มผู้ใช้ของโปรแกรมเข้ากลุ่ม dialout, i2c และ gpio แล้วเริ่มเครื่องใหม่",
        SensorFault.Busy => "มีโปรแกรมอื่นใช้อุปกรณ์นี้อยู่ ปิดโปรแกรมนั้นก่อน",
        SensorFault.Silent => "อุปกรณ์ไม่ตอบ ตรวจไฟเลี้ยงและสาย ถ้าเป็นสาย RS-485 ลองสลับสาย A กับ B",
        SensorFault.Garbled => "ข้อมูลที่ได้อ่านไม่ออก ตรวจความเร็วของสาย สายดิน และความยาวสาย",
        SensorFault.Faulty => "อุปกรณ์แจ้งว่าเสีย หรือการตั้งค่าไม่ตรงกับอุปกรณ์ ตรวจหัววัดและไฟล์ตั้งค่า",
        _ => "อ่านอุปกรณ์ไม่ได้ แจ้งข้อความด้านล่างแก่ผู้ดูแลระบบ",
    };
}
